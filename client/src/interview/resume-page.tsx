import { redirect } from "react-router";
import type { Route } from "./+types/resume-page";
import { questionAddress } from "./address.ts";
import { interviewScene } from "./scene.ts";

export const handle = { plain: true };

/** Opens an interview where it stands. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { next } = await interviewScene(context, params.code);
  return redirect(next ? questionAddress(params.code, next.key) : `/i/${params.code}/answers`, 303);
}

export default function ResumePage() {
  return null;
}
