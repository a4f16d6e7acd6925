import { createLogger, lifecycle } from '@cis-scan/runtime';
import { createApp } from './app.ts';
import { intakeConfig } from './config.ts';
import { connect } from './parts.ts';

const log = createLogger('intake');
const life = lifecycle(log);
const config = intakeConfig();
const parts = connect(config);
life.onStop('connections', () => parts.close());
const app = await createApp(parts, log);
// Ends keep-alive connections and waits for answers under way.
life.onStop('http', () => app.close());
await app.listen({ port: config.PORT, host: config.HOST });
