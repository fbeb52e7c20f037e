# vanthu in one process: page, API, workers and inbox over SQLite and a folder.
FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# The npm package "node" is for development only; the image brings its own Node 24.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY src ./src
COPY dictionaries ./dictionaries
COPY samples ./samples
RUN mkdir -p /data /inbox && chown node:node /data /inbox
USER node
ENV VANTHU_DATA=/data VANTHU_INBOX=/inbox VANTHU_HOST=0.0.0.0 VANTHU_PORT=4280
VOLUME ["/data", "/inbox"]
EXPOSE 4280
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4280/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/vanthu.ts", "serve"]
