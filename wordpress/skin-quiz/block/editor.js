/* The block in the editor: the quiz itself, as high as it is, and a field for every attribute. */
( function ( blocks, blockEditor, components, element, told ) {
	const { createElement: el, useEffect, useRef } = element;

	/** Loads the quiz's script into the document that the block stands in, which may be a frame's. */
	function load( document ) {
		if ( ! document.querySelector( 'script[data-skin-quiz-script]' ) ) {
			const script = document.createElement( 'script' );
			script.src = told.script;
			script.dataset.skinQuizScript = '';
			document.head.append( script );
		}
	}

	/** Whether a background is light or dark, as the plug-in's Appearance::scheme has it. */
	function scheme( colour ) {
		const whole = colour.trim().replace( /^#(.)(.)(.)$/, '#$1$1$2$2$3$3' );
		const digits = /^#([0-9a-f]{6})/i.exec( whole )?.[ 1 ];
		if ( ! digits ) {
			return undefined;
		}
		const [ red, green, blue ] = digits.match( /../g ).map( ( part ) => ( parseInt( part, 16 ) / 255 ) ** 2.2 );
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18 ? 'dark' : 'light';
	}

	/** The attributes of the quiz's element. */
	function asked( attributes ) {
		const all = { src: told.src, ...told.defaults };
		if ( attributes.surface ) {
			Object.assign( all, { theme: scheme( attributes.surface ), text: undefined } );
		}
		for ( const [ name, attribute ] of Object.entries( told.names ) ) {
			if ( attributes[ name ] && name !== 'dataLayer' ) {
				all[ attribute ] = attributes[ name ];
			}
		}
		return all;
	}

	function Preview( { attributes, isSelected } ) {
		const place = useRef();
		const wanted = JSON.stringify( asked( attributes ) );
		useEffect( () => {
			const { ownerDocument } = place.current;
			const quiz = ownerDocument.createElement( 'skin-quiz' );
			for ( const [ name, value ] of Object.entries( JSON.parse( wanted ) ) ) {
				quiz.setAttribute( name, value );
			}
			quiz.setAttribute( 'loading', 'eager' );
			load( ownerDocument );
			place.current.replaceChildren( quiz );
		}, [ wanted ] );
		// Until the block is selected a press selects it, and does not go into the quiz.
		return el( 'div', { ref: place, style: { pointerEvents: isSelected ? 'auto' : 'none' } } );
	}

	function NotReady() {
		return el(
			components.Placeholder,
			{ icon: 'clipboard', label: 'Skin quiz', instructions: told.words.notReady },
			told.setup && el( components.Button, { variant: 'primary', href: told.setup }, told.words.setUp )
		);
	}

	function field( { name, label, help, choices }, { attributes, setAttributes } ) {
		const onChange = ( value ) => setAttributes( { [ name ]: value || undefined } );
		const all = { key: name, label, help, onChange };
		if ( choices === 'switch' ) {
			return el( components.ToggleControl, { ...all, checked: Boolean( attributes[ name ] ) } );
		}
		if ( choices ) {
			const options = choices.map( ( value ) => ( { value, label: value || told.words.usual } ) );
			return el( components.SelectControl, { ...all, options, value: attributes[ name ] || '' } );
		}
		const placeholder = told.defaults[ told.names[ name ] ];
		return el( components.TextControl, { ...all, placeholder, value: attributes[ name ] || '' } );
	}

	function panel( name, properties ) {
		const fields = told.fields.filter( ( one ) => one.panel === name ).map( ( one ) => field( one, properties ) );
		return el( components.PanelBody, { key: name, title: told.words[ name ], initialOpen: name === 'look' }, fields );
	}

	function Edit( properties ) {
		const quiz = properties.attributes.quiz || 'microneedling';
		return el(
			'div',
			blockEditor.useBlockProps(),
			el( blockEditor.InspectorControls, {}, panel( 'look', properties ), panel( 'more', properties ) ),
			told.quizzes[ quiz ] ? el( Preview, properties ) : el( NotReady )
		);
	}

	blocks.registerBlockType( 'skin-quiz/quiz', { edit: Edit, save: () => null } );
} )( window.wp.blocks, window.wp.blockEditor, window.wp.components, window.wp.element, window.skinQuizBlock );
