import { type Response, Router } from "express";
import swaggerUi from "swagger-ui-express";

/** The readable description of the JSON routes at `/api/docs/`, served from here without any third party. */
export function docsRoutes(): Router {
  const router = Router();
  const options = { customSiteTitle: "Gleichwert API", swaggerOptions: { url: "/api/v1/openapi.json", validatorUrl: null, supportedSubmitMethods: ["get"] } };
  const page = swaggerUi.generateHTML(undefined, options);
  const files = swaggerUi.serveFiles(undefined, options);
  router.get("/", (request, response) => {
    // The files are named relative to the folder, so the address must end in a slash.
    if (!request.originalUrl.split("?")[0]!.endsWith("/")) return response.redirect(308, `${request.baseUrl}/`);
    response.type("html").send(allowed(page, response));
  });
  router.use(...files);
  return router;
}

/** The page with styles that the content security policy lets pass. */
function allowed(page: string, response: Response): string {
  const nonce = String(response.locals["cspNonce"]);
  return page.replaceAll("<style>", `<style nonce="${nonce}">`).replace(/ style="position:absolute;width:0;height:0"/, ' width="0" height="0"');
}
