import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import type { Locale } from "../../../client/src/ui/locale.ts";

/** HTML of something within a page of a language, as the server sends it. */
export function render(locale: Locale, content: ReactNode): string {
  const Page = createRoutesStub([{ id: "root", path: "/", loader: () => ({ locale }), HydrateFallback: () => null, Component: () => <>{content}</> }]);
  return renderToStaticMarkup(<Page initialEntries={["/"]} hydrationData={{ loaderData: { root: { locale, path: "/" } } }} />);
}

/** An element of the HTML: its name, attributes and the text in it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const empty = new Set(["input", "br", "meta", "link"]);
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replace(/\s+/g, " ").trim();

/** All elements of HTML that React wrote: attributes in double quotes, every element closed. */
export function elements(html: string): Element[] {
  const open: { tag: string; attributes: Record<string, string>; from: number }[] = [];
  const found: Element[] = [];
  for (const { 0: all, 1: closing, 2: tag = "", 3: rest = "", index } of html.matchAll(/<(\/?)([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    if (closing) {
      const start = open.pop();
      if (start?.tag !== tag) throw new Error(`</${tag}> closes <${start?.tag}>`);
      found.push({ tag, attributes: start.attributes, text: plain(html.slice(start.from, index)) });
      continue;
    }
    const attributes = Object.fromEntries([...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value]));
    if (empty.has(tag)) found.push({ tag, attributes, text: "" });
    else open.push({ tag, attributes, from: index + all.length });
  }
  return found;
}
