import { sharePoint, teams } from './administration.ts';
import { cmdlets } from './cmdlets/cmdlets.ts';
import type { Directory } from './directory.ts';
import { graph } from './graph/graph.ts';
import { SigningKey } from './login/jwt.ts';
import { login } from './login/login.ts';
import type { Surface } from './model.ts';
import type { Service } from './service.ts';

/** The login host as a service: its calls are counted by what they are, not by tenant. */
function loginService(directory: Directory, key: SigningKey): Service {
  const answer = login(directory, key);
  return (request) => {
    const [, tenantName = '', ...rest] = request.path.split('/');
    const tenantId = directory.find(decodeURIComponent(tenantName))?.data.tenantId ?? null;
    return {
      seen: { surface: 'login', tenantId, call: `${request.method} ${rest.join('/')}`, permissions: [] },
      answer: () => answer(request),
      struck: () => null,
    };
  };
}

/** All services over one directory; their tokens are signed with one key, made here. */
export function servicesOf(directory: Directory): Readonly<Record<Surface, Service>> {
  const key = new SigningKey();
  return {
    login: loginService(directory, key),
    graph: graph(directory, key),
    exchange: cmdlets('exchange', directory, key),
    purview: cmdlets('purview', directory, key),
    sharepoint: sharePoint(directory, key),
    teams: teams(directory, key),
  };
}
