import { check, fail, notApplicable, notAssessed, pass, saw, target } from '@cis-scan/engine';
import { serverCertificates } from '../../facts/iam/server-certificates.ts';

export default check({
  title: 'No expired server certificate is left in IAM',
  why: 'An expired certificate that is still there can be deployed by mistake, and visitors are then turned away or learn to ignore the warning.',
  fix: 'Delete it: aws iam delete-server-certificate --server-certificate-name NAME. Replace it first wherever a load balancer or distribution still names it.',
  needs: { serverCertificates },
  evaluate: (facts, _, { now }) =>
    facts.serverCertificates.each(
      (certificate) => {
        const { id, name, expires } = certificate;
        if (expires === null) {
          const detail = 'IAM does not tell when it expires';
          return notAssessed({ cause: 'failed', fact: serverCertificates.name, resource: id, rights: [], detail });
        }
        const at = expires.toISOString();
        const seen = saw(serverCertificates, { name, expires: at });
        return expires.getTime() <= now.getTime()
          ? fail(certificate, `certificate ${name} expired at ${at} and is still there`, seen)
          : pass(certificate, `certificate ${name} is good until ${at}`, seen);
      },
      () =>
        notApplicable(target, 'there is no server certificate in IAM', saw(serverCertificates, { certificates: 0 })),
    ),
});
