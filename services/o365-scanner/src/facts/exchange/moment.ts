import type { Answer } from '../answer.ts';

const NAMES_A_ZONE = /(z|utc|gmt|[+-]\d\d:?\d\d)$/i;

/** A moment of a cmdlet's answer in ISO 8601, null where there is none. PowerShell leaves the zone out, and means UTC. */
export const momentOf = (place: Answer): string | null =>
  place.or(null, (moment) => {
    const text = moment.text().trim();
    const forms = NAMES_A_ZONE.test(text) ? [text] : [`${text}Z`, `${text} UTC`];
    const at = forms.map((form) => new Date(form)).find((date) => !Number.isNaN(date.getTime()));
    return (at ?? moment.date()).toISOString();
  });
