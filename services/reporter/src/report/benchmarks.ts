const AWS_FIRST = ['Identity and Access Management', 'Logging', 'Monitoring', 'Networking'];
const AWS = ['Identity and Access Management', 'Storage', 'Logging', 'Monitoring', 'Networking'];
const AWS_SHIFTED = ['Preparation', ...AWS];
const M365_FIRST = [
  'Accounts and Sign-in',
  'Application Permissions',
  'Data Protection',
  'E-mail Security',
  'Auditing',
  'Storage and Sharing',
  'Mobile Devices',
];
const M365_BY_PRODUCT = [
  'Microsoft 365 Administration',
  'Defender',
  'Purview',
  'Intune',
  'Entra',
  'Exchange Online',
  'SharePoint and OneDrive',
  'Teams',
  'Fabric',
];

/** 'cis-aws-1.3.0' → provider 'aws', version '1.3.0'; null for an id of another form. */
function parse(id: string): { provider: string; version: string } | null {
  const parts = /^cis-(aws|m365)-(\d+\.\d+\.\d+)$/.exec(id);
  return parts?.[1] && parts[2] ? { provider: parts[1], version: parts[2] } : null;
}

/** Name of a benchmark for people; the id itself if it is not known. */
export function benchmarkName(id: string): string {
  const known = parse(id);
  if (known === null) return id;
  return `CIS ${known.provider === 'aws' ? 'Amazon Web Services' : 'Microsoft 365'} Foundations Benchmark ${known.version}`;
}

/** Our own name for a chapter of a benchmark version; chapters moved between versions. */
export function chapterName(id: string, chapter: string): string {
  const known = parse(id);
  const names = known === null ? [] : chapters(known.provider, Number.parseInt(known.version, 10), known.version);
  return names[Number(chapter) - 1] ?? `Chapter ${chapter}`;
}

function chapters(provider: string, major: number, version: string): readonly string[] {
  if (provider === 'm365') return major >= 3 ? M365_BY_PRODUCT : M365_FIRST;
  if (version === '1.2.0') return AWS_FIRST;
  return major >= 6 ? AWS_SHIFTED : AWS;
}

/** The chapter of a control number: '2.1.1' → '2'. */
export function chapterOf(control: string): string {
  return control.split('.', 1)[0] ?? control;
}
