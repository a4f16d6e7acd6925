import { graphList } from '../define.ts';

/** What each enabled account may do with its own authentication, by Microsoft's daily report. Takes Entra ID P1 beside. */
export const registrationDetails = graphList({
  name: 'graph/registration-details',
  get: '/v1.0/reports/authenticationMethods/userRegistrationDetails',
  permissions: ['AuditLog.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    name: item.at('userPrincipalName').text(),
    isGuest: item.at('userType').text().toLowerCase() === 'guest',
    isAdmin: item.at('isAdmin').flag(),
    mfaCapable: item.at('isMfaCapable').flag(),
    /** May reset the own password. */
    resetEnabled: item.at('isSsprEnabled').flag(),
    resetRegistered: item.at('isSsprRegistered').flag(),
  }),
});
