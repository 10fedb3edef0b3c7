import type { ReactNode } from "react";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "react-router";
import type { Route } from "./+types/root";
import { localeContext, nonceContext } from "./context.ts";
import enhance from "./enhance.ts?worker&url";
import "./ui/style.css";
import "./ui/result.css";
import "./ui/media.css";
import { directionOf } from "./ui/locale.ts";
import { Shell } from "./ui/shell.tsx";
import { useLocale, useText } from "./ui/text.tsx";

/** What a route may say of itself: `plain` pages carry no framework script. */
export interface RouteHandle {
  readonly plain?: boolean;
}

export const loader = ({ context, request }: Route.LoaderArgs) => ({ locale: context.get(localeContext), nonce: context.get(nonceContext), path: new URL(request.url).pathname });

/** The page around everything, also around errors. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const matches = useMatches();
  const scripted = matches.some(({ handle }) => (handle as RouteHandle | undefined)?.plain === false);
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
        <script type="module" src={enhance} async />
      </head>
      <body>
        {children}
        {scripted && <ScrollRestoration />}
        {scripted && <Scripts />}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

/** What is shown when a page is missing or something broke; never a message of the error itself. */
export function ErrorBoundary() {
  const error = useRouteError();
  const text = useText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status === 404 ? "missing" : status === 429 ? "slow-down" : status === 409 ? "moved-on" : "broken";
  return (
    <Shell>
      <title>{`${text(`error.${kind}.title`)} – Gleichwert`}</title>
      <h1>{text(`error.${kind}.title`)}</h1>
      <p>{text(`error.${kind}.text`)}</p>
      <p>
        <a href="/">{text("error.to-start")}</a>
      </p>
    </Shell>
  );
}
