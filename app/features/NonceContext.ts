import { createContext } from "react";

/** The page's own nonce for inline scripts (CSP). Set while the server renders; a browser hides it and needs none. */
export const NonceContext = createContext<string | undefined>(undefined);
