import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

// Only pages of the staff workspaces load this; public pages are plain HTML.
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />);
});
