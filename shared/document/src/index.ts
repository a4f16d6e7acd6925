export { buildTargetDocument, DocumentError, summarise, toControl } from './document.ts';
export { compareCodePoints, compareControlNumbers, compareControls, compareResults } from './order.ts';
export { countVerdicts, figuresOf, noCounts, shareOf, type Judged } from './share.ts';
