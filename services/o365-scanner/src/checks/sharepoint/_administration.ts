/** Why settings that only SharePoint's own administration shows are left to a person. */
export const NOT_ASKED =
  "no interface shows it to an app that may only read: SharePoint's own takes Sites.FullControl.All, which could change every site and is not asked for";
