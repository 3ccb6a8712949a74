import { UNSAFE_flatRoutes as flatRoutes, UNSAFE_routeManifestToRouteConfig as toRouteConfig } from "@remix-run/dev";
import { getAppDirectory } from "@remix-run/route-config";

/** One folder per page in `routes/`, its address in the name, `route.tsx` in it. What else lies there is that page's own. */
export default toRouteConfig(flatRoutes(getAppDirectory()));
