/** Why settings of Teams' administration are left to a person. */
export const NOT_ASKED =
  'Microsoft documents no interface that shows it to an app; the undocumented one behind its PowerShell module is not used';
