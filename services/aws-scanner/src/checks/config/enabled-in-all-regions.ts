import { check, fail, inRegion, notAssessed, pass, target, type Judgement } from '@cis-scan/engine';
import { recordingRegions, type RecordingRegion } from '../../facts/config/recording-regions.ts';
import { seenIn, seenOf, standing } from './_recording.ts';

const WANTED = 'one that records every type and delivers is wanted';

/** The region by its own recorder. */
function inItself(r: RecordingRegion): Judgement {
  const found = standing(r);
  const where = inRegion(r.region);
  if ('gap' in found) return notAssessed(found.gap, where);
  return 'good' in found
    ? pass(where, `recorder ${found.good.name} records every type in ${r.region} and delivers`, ...seenOf(r))
    : fail(where, `${found.fault}; ${WANTED}`, ...seenOf(r));
}

/** The account by this region: does a recorder take what exists once per account? */
function ofGlobalTypes(r: RecordingRegion): Judgement {
  const recorder = r.recorders.find((x) => x.globalTypes);
  return recorder
    ? pass(target, `recorder ${recorder.name} in ${r.region} also records global resources`, ...seenOf(r))
    : fail(target, `no recorder in ${r.region} records global resources`);
}

/** The account by this region, where one good recorder with global resources is enough. */
function ofOne(r: RecordingRegion): Judgement {
  const found = standing(r);
  if ('gap' in found) return notAssessed(found.gap, inRegion(r.region));
  const global = ofGlobalTypes(r);
  return 'good' in found && global.verdict === 'pass' ? global : fail(target, `${r.region} does not do`);
}

export default check({
  title: 'AWS Config records every region, and global resources once',
  why: 'Without its record nobody can say how a resource was set up on the day something went wrong.',
  fix: 'In each region: AWS Config, Settings, record all resource types, with a delivery bucket; in one region include global resource types as well. StackSets or Control Tower do it for many accounts at once.',
  needs: { recordingRegions },
  options: { everyRegion: true },
  evaluate(facts, { everyRegion }) {
    const nowhere = (): Judgement => fail(target, 'no region was found in which AWS Config could record');
    if (!everyRegion) {
      return facts.recordingRegions.any(ofOne, (judged, regions) => {
        // a region whose status is unread might be the one
        const open = judged.filter((j) => j.verdict === 'not-assessed');
        if (open.length > 0) return open;
        if (regions.length === 0) return nowhere();
        return fail(target, 'no region has a recorder of every type, global ones too, that delivers', seenIn(regions));
      });
    }
    const account = facts.recordingRegions.any(ofGlobalTypes, (_, regions) =>
      regions.length === 0
        ? []
        : fail(target, 'no recorder in any region records global resources (IAM), one should', seenIn(regions)),
    );
    return [...facts.recordingRegions.each(inItself, nowhere), ...account];
  },
});
