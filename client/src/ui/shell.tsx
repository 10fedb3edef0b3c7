import type { ReactNode } from "react";
import { useRouteLoaderData } from "react-router";
import { locales, type Locale } from "./locale.ts";
import { useLocale, useText } from "./text.tsx";

/** Header with the language switch, the page's content, and the footer that says who decides. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const locale = useLocale();
  const path = (useRouteLoaderData("root") as { path?: string } | undefined)?.path ?? "/";
  return (
    <>
      <a className="skip" href="#content">
        {text("shell.skip")}
      </a>
      <header className="site-header">
        <a className="brand" href="/" lang="de">
          Gleichwert
        </a>
        <form method="post" action="/language" className="languages" aria-label={text("shell.language")}>
          <input type="hidden" name="back" value={path} />
          {(Object.entries(locales) as [Locale, string][]).map(([code, name]) => (
            <button key={code} name="language" value={code} lang={code} aria-current={code === locale ? "true" : undefined}>
              {name}
            </button>
          ))}
        </form>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>{text("shell.informs")}</p>
        <nav aria-label={text("shell.more")}>
          <a href="/about">{text("shell.about")}</a>
          <a href="/occupations">{text("shell.occupations")}</a>
        </nav>
      </footer>
    </>
  );
}
