/* Carries messages between the studio, in its frame, and the website: what may be done, and what is published. */
( function ( told ) {
	const frame = document.getElementById( 'skin-quiz-studio' );
	let { nonce, version } = told;

	const post = ( kind, details ) =>
		frame.contentWindow.postMessage( { skinQuizStudio: kind, ...details }, window.location.origin );

	/** The bytes of a file as text that JSON can carry. */
	function packed( content ) {
		const bytes = new Uint8Array( content );
		let text = '';
		for ( let from = 0; from < bytes.length; from += 0x8000 ) {
			text += String.fromCharCode( ...bytes.subarray( from, from + 0x8000 ) );
		}
		return window.btoa( text );
	}

	function send( body ) {
		return window.fetch( told.route, {
			method: 'POST',
			credentials: 'same-origin',
			headers: { 'Content-Type': 'application/json', 'X-WP-Nonce': nonce },
			body,
		} );
	}

	/** A page that is open for a day has a nonce that counts no more. */
	async function renew() {
		const answer = await window.fetch( told.renewal, { credentials: 'same-origin' } );
		const text = answer.ok ? await answer.text() : '';
		if ( /^\w+$/.test( text ) && text !== '0' ) {
			nonce = text;
			return true;
		}
		return false;
	}

	async function sent( body ) {
		const answer = await send( body );
		const isOld = answer.status === 403 && ( await answer.clone().json() ).code === 'rest_cookie_invalid_nonce';
		return isOld && ( await renew() ) ? send( body ) : answer;
	}

	function reason( status, { code, message, data = {} } ) {
		if ( data.why ) {
			return { why: data.why, message, by: data.by, at: data.at, version: data.version };
		}
		if ( status === 401 || code === 'rest_cookie_invalid_nonce' ) {
			return { why: 'signed-out', message: told.words.signedOut };
		}
		if ( status === 403 ) {
			return { why: 'not-allowed', message: told.words.notAllowed };
		}
		if ( status === 400 || status === 413 ) {
			return { why: 'server', message: told.words.tooLarge };
		}
		return { why: 'server', message: told.words.server };
	}

	async function publish( { request, version: from, note, files } ) {
		try {
			const body = JSON.stringify( {
				version: String( from ),
				note: String( note || '' ).slice( 0, 500 ),
				files: Array.from( files, ( { path, content } ) => ( { path: String( path ), content: packed( content ) } ) ),
			} );
			const answer = await sent( body );
			const said = await answer.json();
			if ( answer.ok ) {
				version = said.version;
				post( 'published', { request, version } );
			} else {
				post( 'refused', { request, ...reason( answer.status, said ) } );
			}
		} catch ( error ) {
			window.console.error( 'skin-quiz:', error );
			post( 'refused', { request, why: 'server', message: told.words.server } );
		}
	}

	window.addEventListener( 'message', ( { origin, source, data } ) => {
		if ( origin !== window.location.origin || source !== frame.contentWindow ) {
			return;
		}
		if ( data?.skinQuizStudio === 'ready' ) {
			post( 'host', { ...told.host, version } );
		} else if ( data?.skinQuizStudio === 'publish' ) {
			publish( data );
		}
	} );
	frame.src = told.studio;
} )( window.skinQuizStudio );
