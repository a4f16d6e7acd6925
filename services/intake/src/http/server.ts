import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import { onClientError, onError } from './handlers.ts';
import { HttpProblem } from './problem.ts';
import { watchRoutes } from './methods.ts';

const BODY_LIMIT = 1_048_576;
/** A request that has not fully arrived after this long is ended, however slowly it trickles. */
const REQUEST_MS = 20_000;
const HEADERS_MS = 10_000;

function build(log: FastifyBaseLogger) {
  return Fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 256 },
    // Fastify's own defaults drop unknown fields and turn text into numbers; only query and path may be converted, and
    // those are the only parts that reach this validator.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: true, allErrors: true } },
    clientErrorHandler: onClientError,
    frameworkErrors: (error, request, reply) => void onError(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>();
}

/** The HTTP server with types from schemas. */
export type Server = ReturnType<typeof build>;

/** A server without routes of ours: strict validation, one form for every error, safe headers, OpenAPI document and its page. */
export async function createServer(log: FastifyBaseLogger): Promise<Server> {
  const server = build(log);
  server.setErrorHandler(onError);
  const methodsAt = watchRoutes(server);
  server.setNotFoundHandler((request, reply) => {
    const allowed = methodsAt(request.url);
    if (allowed.length === 0) throw new HttpProblem(404, 'There is nothing at this address.');
    reply.header('allow', allowed.join(', '));
    throw new HttpProblem(405, `This address takes ${allowed.join(', ')} only.`);
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'CIS scan',
        version: '1',
        description:
          'Says whether an AWS account follows the CIS Foundations Benchmark, and shows the evidence. Not certified or endorsed by CIS.',
      },
      components: { securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
      tags: [{ name: 'scans' }, { name: 'access' }, { name: 'health' }],
    },
  });
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  return server;
}
