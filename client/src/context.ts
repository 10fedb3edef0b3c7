import type { Api } from "@gleichwert/shared/api";
import { createContext } from "react-router";
import type { Locale } from "./ui/locale.ts";

/** The door to the server, in process. */
export const apiContext = createContext<Api>();
/** Nonce of the present answer's content security policy. */
export const nonceContext = createContext<string>("");
/** Language of the present request. */
export const localeContext = createContext<Locale>("de");
