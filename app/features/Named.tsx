/** Every line has the same words to press; read aloud they say of which. */
export function Named({ name, children }: { name: string; children: string }) {
	return (
		<>
			{children}
			<span className="visually-hidden">: {name}</span>
		</>
	);
}
