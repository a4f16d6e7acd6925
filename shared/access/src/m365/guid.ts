const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an id of Microsoft: of a tenant, an app, or of a secret (which is not its value). */
export const isGuid = (text: string): boolean => GUID.test(text);
