import { graph } from '../define.ts';

/** Which features of the synchronization from a directory on premises are on. */
export const onPremisesSynchronization = graph({
  name: 'graph/on-premises-synchronization',
  get: '/v1.0/directory/onPremisesSynchronization',
  permissions: ['OnPremDirectorySynchronization.Read.All'],
  read: (answer) => {
    const [synchronization] = answer.at('value').items();
    if (synchronization === undefined) throw new Error('the answer describes no synchronization');
    return { passwordHashes: synchronization.at('features', 'passwordSyncEnabled').flag() };
  },
});
