/** Event names, any of which one filter looks for; with the service where the names alone say too little. */
interface ByNames {
  readonly name: string;
  readonly source?: string;
  readonly events: readonly string[];
}

const BY_NAMES: readonly ByNames[] = [
  {
    name: 'iam-policy-changes',
    events: [
      ...['Group', 'Role', 'User'].flatMap((kind) => [
        `Delete${kind}Policy`,
        `Put${kind}Policy`,
        `Attach${kind}Policy`,
        `Detach${kind}Policy`,
      ]),
      'CreatePolicy',
      'DeletePolicy',
      'CreatePolicyVersion',
      'DeletePolicyVersion',
    ],
  },
  {
    name: 'cloudtrail-changes',
    events: ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'],
  },
  { name: 'kms-key-deletion', source: 'kms', events: ['DisableKey', 'ScheduleKeyDeletion'] },
  {
    name: 's3-bucket-policy-changes',
    source: 's3',
    events: [
      'PutBucketAcl',
      ...['Policy', 'Cors', 'Lifecycle', 'Replication'].flatMap((what) => [`PutBucket${what}`, `DeleteBucket${what}`]),
    ],
  },
  {
    name: 'config-changes',
    source: 'config',
    events: ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
  },
  {
    name: 'security-group-changes',
    events: [
      ...['Ingress', 'Egress'].flatMap((way) => [`AuthorizeSecurityGroup${way}`, `RevokeSecurityGroup${way}`]),
      'CreateSecurityGroup',
      'DeleteSecurityGroup',
    ],
  },
  {
    name: 'nacl-changes',
    events: [
      ...['Create', 'Delete'].flatMap((verb) => [`${verb}NetworkAcl`, `${verb}NetworkAclEntry`]),
      'ReplaceNetworkAclEntry',
      'ReplaceNetworkAclAssociation',
    ],
  },
  {
    name: 'network-gateway-changes',
    events: [
      'CreateCustomerGateway',
      'DeleteCustomerGateway',
      ...['Attach', 'Create', 'Delete', 'Detach'].map((verb) => `${verb}InternetGateway`),
    ],
  },
  {
    name: 'route-table-changes',
    events: [
      'CreateRoute',
      'CreateRouteTable',
      'ReplaceRoute',
      'ReplaceRouteTableAssociation',
      'DeleteRouteTable',
      'DeleteRoute',
      'DisassociateRouteTable',
    ],
  },
  {
    name: 'vpc-changes',
    events: [
      'CreateVpc',
      'DeleteVpc',
      'ModifyVpcAttribute',
      ...['Accept', 'Create', 'Delete', 'Reject'].map((verb) => `${verb}VpcPeeringConnection`),
      'AttachClassicLinkVpc',
      'DetachClassicLinkVpc',
      'DisableVpcClassicLink',
      'EnableVpcClassicLink',
    ],
  },
  {
    name: 'organizations-changes',
    source: 'organizations',
    events: [
      'AcceptHandshake',
      'DeclineHandshake',
      'CreateAccount',
      'InviteAccountToOrganization',
      'LeaveOrganization',
      'MoveAccount',
      'RemoveAccountFromOrganization',
      'DeleteOrganization',
      ...['Create', 'Delete', 'Update'].flatMap((verb) => [`${verb}Policy`, `${verb}OrganizationalUnit`]),
      'AttachPolicy',
      'DetachPolicy',
      'EnablePolicyType',
      'DisablePolicyType',
    ],
  },
];

function pattern({ source, events }: ByNames): string {
  const names = events.map((event) => `($.eventName = ${event})`).join(' || ');
  return source === undefined ? `{ ${names} }` : `{ ($.eventSource = ${source}.amazonaws.com) && (${names}) }`;
}

/** Name and filter pattern of every alarm that a tidy account has on its trail. */
export const ALARMS: readonly { readonly name: string; readonly pattern: string }[] = [
  {
    name: 'unauthorized-api-calls',
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  },
  {
    name: 'sign-in-without-mfa',
    pattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
  },
  {
    name: 'root-usage',
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  },
  {
    name: 'sign-in-failures',
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  },
  ...BY_NAMES.map((alarm) => ({ name: alarm.name, pattern: pattern(alarm) })),
];
