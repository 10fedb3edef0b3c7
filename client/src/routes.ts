import { index, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("interview/start-page.tsx"),
  route("i/:code", "interview/resume-page.tsx"),
  route("i/:code/code", "interview/code-page.tsx"),
  route("i/:code/q/:key", "interview/question-page.tsx"),
  route("i/:code/answers", "interview/answers-page.tsx"),
  route("i/:code/result", "interview/result-page.tsx"),
  route("i/:code/delete", "interview/delete-page.tsx"),
  route("language", "interview/language-action.ts"),
  route("occupations", "catalogue/occupations-page.tsx"),
  route("occupations/:id", "catalogue/occupation-page.tsx"),
  route("countries/:code", "catalogue/country-page.tsx"),
  route("about", "catalogue/about-page.tsx"),
  route("*", "interview/missing-page.tsx"),
] satisfies RouteConfig;
