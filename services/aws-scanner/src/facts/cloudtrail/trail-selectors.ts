import type { AdvancedSelector, BasicSelector, EventSelectors } from '../../semantics/selector-fields.ts';
import { perItem } from '../define.ts';
import { trails } from './trails.ts';

/**
 * Trails with what they record, asked in their home region. A trail answers with basic or with advanced selectors, never
 * both. API: cloudtrail GetEventSelectors.
 */
export const trailSelectors = perItem({
  name: 'cloudtrail/trail-selectors',
  calls: ['cloudtrail:GetEventSelectors'],
  of: trails,
  region: (trail) => trail.home,
  id: (trail) => trail.id,
  async read({ cloudtrail }, trail): Promise<{ readonly selectors: EventSelectors }> {
    const answer = await cloudtrail.getEventSelectors({ TrailName: trail.id });
    // where a basic selector leaves these two out, AWS documents All and true as what holds
    const basic = (answer.EventSelectors ?? []).map((s): BasicSelector => ({
      readWriteType: s.ReadWriteType ?? 'All',
      includeManagementEvents: s.IncludeManagementEvents ?? true,
      excludeManagementEventSources: s.ExcludeManagementEventSources ?? [],
      dataResources: (s.DataResources ?? []).map((d) => ({ type: d.Type ?? '', values: d.Values ?? [] })),
    }));
    const advanced = (answer.AdvancedEventSelectors ?? []).map((s): AdvancedSelector => ({
      name: s.Name ?? null,
      fields: (s.FieldSelectors ?? []).map((f) => ({
        field: f.Field ?? '',
        equals: f.Equals ?? [],
        startsWith: f.StartsWith ?? [],
        endsWith: f.EndsWith ?? [],
        notEquals: f.NotEquals ?? [],
        notStartsWith: f.NotStartsWith ?? [],
        notEndsWith: f.NotEndsWith ?? [],
      })),
    }));
    return { selectors: { basic, advanced } };
  },
});
