import type { Api } from "@gleichwert/shared/api";
import { renderToPipeableStream } from "react-dom/server";
import { RouterContextProvider, ServerRouter, type EntryContext } from "react-router";
import { Writable } from "node:stream";
import { apiContext, localeContext, nonceContext } from "./context.ts";
import { localeOf } from "./ui/locale.ts";

/** What loaders, actions and components of one request may reach. The keys exist once, in this bundle. */
export function makeContext(api: Api, nonce: string, cookie: string | undefined, acceptLanguage: string | undefined): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(apiContext, api);
  context.set(nonceContext, nonce);
  context.set(localeContext, localeOf(cookie, acceptLanguage));
  return context;
}

/** Renders the whole page into one buffer: public pages stream nothing, for without script a fallback would stay for ever. */
export default function handleRequest(request: Request, status: number, headers: Headers, entry: EntryContext, context: RouterContextProvider): Promise<Response> {
  const nonce = context.get(nonceContext);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Vary", "Cookie, Accept-Language");
  headers.set("Cache-Control", "no-store");
  if (request.method === "HEAD") return Promise.resolve(new Response(null, { status, headers }));
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const chunks: Buffer[] = [];
        pipe(
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              chunks.push(Buffer.from(chunk));
              done();
            },
            final(done) {
              resolve(new Response(Buffer.concat(chunks), { status: code, headers }));
              done();
            },
          }),
        );
      },
      onShellError: reject,
      onError() {
        code = 500;
      },
    });
  });
}
