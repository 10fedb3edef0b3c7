import { data } from "react-router";

export const handle = { plain: true };

/** Any other address. */
export function loader(): never {
  throw data({ code: "not-found" }, { status: 404 });
}

export default function MissingPage() {
  return null;
}
