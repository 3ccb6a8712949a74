import { Link } from "@remix-run/react";
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";
/** `lg` where somebody stands outdoors with a phone: 52 px high. */
type ButtonSize = "md" | "lg";

interface Looks {
	variant?: ButtonVariant;
	size?: ButtonSize;
	icon?: IconName;
	/** As wide as what it stands in. */
	isWide?: boolean;
}

type ButtonProps = ComponentPropsWithoutRef<"button"> & Looks;
type ButtonLinkProps = ComponentPropsWithoutRef<typeof Link> & Looks;

/** A native button. Submits its form unless given another `type`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
	{ variant, size, icon, isWide, className, children, type = "submit", ...native },
	ref,
) {
	return (
		<button {...native} {...looks({ variant, size, isWide, className })} type={type} ref={ref}>
			{withIcon(icon, children)}
		</button>
	);
});

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = forwardRef<HTMLAnchorElement, ButtonLinkProps>(function ButtonLink(
	{ variant, size, icon, isWide, className, children, ...native },
	ref,
) {
	return (
		<Link {...native} {...looks({ variant, size, isWide, className })} ref={ref}>
			{withIcon(icon, children)}
		</Link>
	);
});

function looks({ variant = "primary", size = "md", isWide, className }: Looks & { className?: string }) {
	return {
		className: className ? `ds-button ${className}` : "ds-button",
		"data-variant": variant === "danger" ? "primary" : variant,
		"data-color": variant === "danger" ? "danger" : undefined,
		"data-size": size,
		"data-fullwidth": isWide || undefined,
	};
}

function withIcon(icon: IconName | undefined, children: ReactNode) {
	return (
		<>
			{icon && <Icon name={icon} />}
			{children}
		</>
	);
}
