import type { Evidence, FailedTarget, Finding, Result } from '@cis-scan/contracts';
import type { CompletedTarget, ScanOutcome } from '../model.ts';

/**
 * Puts `text` wherever a report holds something that came from a scanned account: names, ids, regions, reasons,
 * evidence, errors. Ids stay unique and in order by a number before the text.
 */
export function withForeignText(outcome: ScanOutcome, text: string): ScanOutcome {
  return { ...outcome, targets: outcome.targets.map((target) => foreignTarget(target, text)) };
}

function foreignTarget(target: CompletedTarget | FailedTarget, text: string): CompletedTarget | FailedTarget {
  if ('error' in target) {
    return { target: { ...target.target, name: text }, error: { reason: text, detail: text } };
  }
  return {
    ...target,
    header: { ...target.header, name: text },
    warnings: target.warnings.map(({ code }) => ({ code, detail: text, missing: [text] })),
    findings: target.findings.map((finding) => foreignFinding(finding, text)),
  };
}

function foreignFinding(finding: Finding, text: string): Finding {
  return {
    ...finding,
    reason: text,
    missing: finding.missing.map(() => text),
    results: finding.results.map((result, i) => foreignResult(result, i, text)),
  };
}

function foreignResult(result: Result, i: number, text: string): Result {
  const evidence = result.evidence.map(({ readAt }): Evidence => {
    return { source: text, readAt, fields: { [`a ${text}`]: text, b: [text], c: { [text]: text } } };
  });
  return {
    ...result,
    id: `${String(i).padStart(3, '0')}${text}`,
    region: result.region === null ? null : text,
    reason: text,
    evidence,
  };
}

/** Texts that mean something to a browser, a spreadsheet, a mail program or a terminal. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['script', '<script>globalThis.ran=1</script>'],
  ['image', '<img src=x onerror="globalThis.ran=1">'],
  ['leaving an attribute', '" onmouseover="globalThis.ran=1" x="'],
  ['leaving a single-quoted attribute', "' onclick='globalThis.ran=1"],
  ['leaving style and comment', '</style>--><svg onload=globalThis.ran=1>'],
  ['style', '<style>@import url(https://evil.example/x.css)</style>'],
  ['link', 'javascript:alert(1)'],
  ['an entity', '&lt;b&gt; &amp;#60;'],
  ['formula', '=HYPERLINK("https://evil.example","x")'],
  ['formula with plus', '+1+cmd|calc'],
  ['formula with at', '@SUM(A1)'],
  ['formula with minus', '-2+3'],
  ['line break', 'a\r\nBcc: evil@example.com\r\n\r\nbody'],
  ['quotes and commas', 'a","b",,"'],
  ['terminal escape', '\u001b[31mred\u001b[0m\u0007'],
  ['bidirectional override', 'a\u202Egpj.exe\u202C'],
  ['zero width', 'ad\u200Bmin\uFEFF\u2060'],
  ['half a surrogate', 'a\uD800b'],
  ['template', '{{requestId}} <!-- each:target --> ${1} $& $1'],
  ['very long', 'x'.repeat(100_000)],
];
