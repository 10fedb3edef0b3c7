import { redirect } from "react-router";
import type { Route } from "./+types/language-action";
import { isLocale, localeCookie } from "../ui/index.ts";

/** Keeps the chosen language in a cookie and goes back to the page, which must be one of ours. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const back = String(form.get("back") ?? "/");
  const safe = /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : "/";
  const headers = new Headers();
  if (isLocale(language)) headers.set("Set-Cookie", `${localeCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
  return redirect(safe, { status: 303, headers });
}

export const loader = () => redirect("/", 303);
