# One file, a target per service: docker build --target intake|aws-scanner|o365-scanner|reporter|local .
# Node runs the TypeScript sources themselves, so the images keep the layout of the workspaces and need no build step.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/access/package.json shared/access/
COPY shared/contracts/package.json shared/contracts/
COPY shared/document/package.json shared/document/
COPY shared/engine/package.json shared/engine/
COPY shared/runtime/package.json shared/runtime/
COPY shared/scan-table/package.json shared/scan-table/
COPY shared/scanner/package.json shared/scanner/
COPY shared/secret/package.json shared/secret/
COPY services/aws-scanner/package.json services/aws-scanner/
COPY services/intake/package.json services/intake/
COPY services/o365-scanner/package.json services/o365-scanner/
COPY services/reporter/package.json services/reporter/
COPY localstack/package.json localstack/

# what a service needs at run time, and nothing of the others
FROM manifests AS intake-modules
RUN npm ci --omit=dev --ignore-scripts --workspace @cis-scan/intake
FROM manifests AS aws-scanner-modules
RUN npm ci --omit=dev --ignore-scripts --workspace @cis-scan/aws-scanner
FROM manifests AS o365-scanner-modules
RUN npm ci --omit=dev --ignore-scripts --workspace @cis-scan/o365-scanner
FROM manifests AS reporter-modules
RUN npm ci --omit=dev --ignore-scripts --workspace @cis-scan/reporter
FROM manifests AS local-modules
RUN npm ci --omit=dev --ignore-scripts --workspace @cis-scan/localstack --workspace @cis-scan/intake

FROM ${NODE_IMAGE} AS runtime
WORKDIR /app
ENV NODE_ENV=production HEALTH_PORT=8080
COPY LICENSE package.json ./
COPY shared shared
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? process.env.HEALTH_PORT}/health/live`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]

FROM runtime AS intake
ENV PORT=3000
COPY --from=intake-modules /app/node_modules node_modules
COPY services/intake services/intake
EXPOSE 3000
CMD ["node", "services/intake/src/main.ts"]

FROM runtime AS aws-scanner
COPY --from=aws-scanner-modules /app/node_modules node_modules
COPY services/aws-scanner services/aws-scanner
# a heap that grows in proportion to what is alive: see localstack/src/stack/node-flags.ts
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "services/aws-scanner/src/main.ts"]

FROM runtime AS o365-scanner
COPY --from=o365-scanner-modules /app/node_modules node_modules
COPY services/o365-scanner services/o365-scanner
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "services/o365-scanner/src/main.ts"]

FROM runtime AS reporter
COPY --from=reporter-modules /app/node_modules node_modules
COPY services/reporter services/reporter
CMD ["node", "services/reporter/src/main.ts"]

# provisioning and seeding, for docker-compose only
FROM runtime AS local
ENV NODE_ENV=development
COPY --from=local-modules /app/node_modules node_modules
COPY services/intake services/intake
COPY localstack localstack
HEALTHCHECK NONE
CMD ["node", "localstack/src/compose/init.ts"]
