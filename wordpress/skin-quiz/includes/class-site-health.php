<?php
/**
 * What Site Health says of the quiz.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Asks the web server for the quiz's files and says what is missing in its answers.
 */
final class Site_Health {

	const ROUTE = 'skin-quiz/v1';

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_filter( 'site_status_tests', array( self::class, 'add' ) );
		add_action( 'rest_api_init', array( self::class, 'register' ) );
	}

	/**
	 * Adds the test to those of Site Health.
	 *
	 * @param array<string, array<string, mixed>> $tests All tests.
	 * @return array<string, array<string, mixed>>
	 */
	public static function add( array $tests ): array {
		$tests['async']['skin_quiz'] = array(
			'label'             => __( 'Skin quiz', 'skin-quiz' ),
			'test'              => rest_url( self::ROUTE . '/health' ),
			'has_rest'          => true,
			'async_direct_test' => array( self::class, 'test' ),
		);
		return $tests;
	}

	/**
	 * Registers the route by which the test is run.
	 */
	public static function register(): void {
		register_rest_route(
			self::ROUTE,
			'/health',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'test' ),
				'permission_callback' => function () {
					return current_user_can( 'view_site_health_checks' );
				},
			)
		);
	}

	/**
	 * The test's result.
	 *
	 * @return array<string, mixed>
	 */
	public static function test(): array {
		if ( 500 <= Server::answer( 'embed.js' )['status'] && is_file( Folder::path( Server::FILE ) ) ) {
			wp_delete_file( Folder::path( Server::FILE ) );
		}
		$missing = self::missing();
		$is_well = ! $missing;
		return array(
			'label'       => $is_well ? __( 'The skin quiz is sent as it should be', 'skin-quiz' ) : __( 'The skin quiz works, but is not sent as it should be', 'skin-quiz' ),
			'status'      => $is_well ? 'good' : 'recommended',
			'badge'       => array(
				'label' => __( 'Skin quiz', 'skin-quiz' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html__( 'The web server should say a few things about the quiz’s files, so that browsers keep it apart from the rest of the page.', 'skin-quiz' ) . '</p>' . self::listed( $missing ),
			'actions'     => '',
			'test'        => 'skin_quiz',
		);
	}

	/**
	 * What is missing in the server's answers, each with its cure.
	 *
	 * @return string[]
	 */
	public static function missing(): array {
		$page   = Server::answer( 'index.html' );
		$script = Server::answer( 'embed.js' );
		if ( 200 !== $page['status'] || 200 !== $script['status'] ) {
			return array( self::unsent( 200 === $page['status'] ? $script['status'] : $page['status'] ) );
		}
		$missing = array();
		if ( 'application/wasm' !== self::type( self::program() ) ) {
			$missing[] = __( 'Files that end in .wasm have the wrong type. Ask whoever runs the server to send them as application/wasm; until then the quiz starts more slowly.', 'skin-quiz' );
		}
		$is_script = (bool) preg_match( '~^(?:text|application)/(?:x-)?javascript~', $script['headers']['content-type'] ?? '' );
		if ( ! $is_script ) {
			$missing[] = __( 'Files that end in .js have the wrong type. Ask whoever runs the server to send them as text/javascript.', 'skin-quiz' );
		}
		foreach ( self::wanted() as $header => $wanted ) {
			if ( ! preg_match( $wanted[0], $page['headers'][ $header ] ?? '' ) ) {
				$missing[] = $wanted[1];
			}
		}
		return $missing;
	}

	/**
	 * What each header should say, and what to do where it does not.
	 *
	 * @return array<string, array{string, string}>
	 */
	private static function wanted(): array {
		return array(
			'access-control-allow-origin'  => array( '/^\*$/', __( 'Access-Control-Allow-Origin: * is missing. Without it the quiz opens a little later, and other scripts of this website could look into it.', 'skin-quiz' ) ),
			'cross-origin-resource-policy' => array( '/^cross-origin$/', __( 'Cross-Origin-Resource-Policy is not cross-origin. Where a security plug-in sets it to same-origin or same-site, visitors see only a link: exempt the folder skin-quiz there.', 'skin-quiz' ) ),
			'cross-origin-embedder-policy' => array( '/^require-corp$/', __( 'Cross-Origin-Embedder-Policy: require-corp is missing. Only where your pages have that header themselves do visitors then see a link in place of the quiz.', 'skin-quiz' ) ),
			'content-security-policy'      => array( '/frame-ancestors [^;]+/', __( 'Content-Security-Policy is missing. Without it the quiz works, but nothing limits what could run in it and who may show it.', 'skin-quiz' ) ),
		);
	}

	/**
	 * Says that a file is not sent at all.
	 *
	 * @param int $status What the server answered; 0 where it did not.
	 */
	private static function unsent( int $status ): string {
		if ( 0 === $status ) {
			return __( 'This website cannot reach itself, so nobody knows what visitors get. Open a page with the quiz, signed out, and look.', 'skin-quiz' );
		}
		/* translators: %d: a status of HTTP, such as 403 */
		return sprintf( __( 'The server answers %d for files of the quiz. A security plug-in or a rule for the folder of uploads may keep .html, .js or .json files back: exempt the folder skin-quiz there.', 'skin-quiz' ), $status );
	}

	/**
	 * The name of the program.
	 */
	private static function program(): string {
		preg_match( '/data-wasm="([^"]+)"/', (string) Folder::read( 'index.html' ), $program );
		return $program[1] ?? '';
	}

	/**
	 * The type that a file is sent with.
	 *
	 * @param string $name Within the quiz's folder.
	 */
	private static function type( string $name ): string {
		return explode( ';', Server::answer( $name )['headers']['content-type'] ?? '' )[0];
	}

	/**
	 * What is missing, and where to read more.
	 *
	 * @param string[] $missing What is.
	 */
	private static function listed( array $missing ): string {
		if ( ! $missing ) {
			return '';
		}
		$more = __( 'On Apache the plug-in sets all of this by itself where the server allows it (AllowOverride FileInfo, with the modules headers, rewrite and setenvif). For nginx, give whoever runs the server the file nginx.conf of the quiz’s release.', 'skin-quiz' );
		return '<ul><li>' . implode( '</li><li>', array_map( 'esc_html', $missing ) ) . '</li></ul><p>' . esc_html( $more ) . '</p>';
	}
}
