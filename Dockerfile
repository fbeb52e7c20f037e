# vanthu. By itself the image is everything in one process over SQLite and a folder; docker-compose.yml starts its parts apart.
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# The npm package "node" is for development only; the image brings its own Node 24.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY src ./src
COPY workers ./workers
COPY dictionaries ./dictionaries
COPY samples ./samples
RUN mkdir -p /data /inbox && chown node:node /data /inbox
USER node
# The page and /healthz of a worker are on the same port, so that one health check does for both.
ENV VANTHU_DATA=/data VANTHU_INBOX=/inbox VANTHU_HOST=0.0.0.0 VANTHU_PORT=4280 VANTHU_HEALTH_PORT=4280
VOLUME ["/data", "/inbox"]
EXPOSE 4280
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4280/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/vanthu.ts", "serve"]
