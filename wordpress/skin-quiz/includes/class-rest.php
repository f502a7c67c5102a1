<?php
/**
 * The route by which the studio publishes.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Takes what the studio publishes: `POST skin-quiz/v1/publication` with `version`, `note` and `files`, each
 * with its `path` and its `content` in base64.
 */
final class Rest {

	const STATUS = array(
		'conflict'    => 409,
		'not-allowed' => 403,
		'file'        => 422,
		'server'      => 500,
	);

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_action( 'rest_api_init', array( self::class, 'register' ) );
	}

	/**
	 * Registers the route.
	 */
	public static function register(): void {
		register_rest_route(
			Site_Health::ROUTE,
			'/publication',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'publish' ),
				'permission_callback' => function () {
					return current_user_can( 'skin_quiz_publish' );
				},
				'args'                => array(
					'version' => array(
						'type'     => 'string',
						'required' => true,
					),
					'note'    => array(
						'type'              => 'string',
						'default'           => '',
						'maxLength'         => 500,
						'sanitize_callback' => 'sanitize_text_field',
					),
					'files'   => array(
						'type'     => 'array',
						'required' => true,
						'items'    => array(
							'type'       => 'object',
							'required'   => array( 'path', 'content' ),
							'properties' => array(
								'path'    => array( 'type' => 'string' ),
								'content' => array( 'type' => 'string' ),
							),
						),
					),
				),
			)
		);
	}

	/**
	 * Publishes what was sent.
	 *
	 * @param \WP_REST_Request $request What was.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function publish( \WP_REST_Request $request ) {
		try {
			$version = Publication::publish( self::files( (array) $request['files'] ), (string) $request['version'], (string) $request['note'] );
			return new \WP_REST_Response( array( 'version' => $version ) );
		} catch ( Refused $refused ) {
			$told = array(
				'status' => self::STATUS[ $refused->why ],
				'why'    => $refused->why,
			);
			return new \WP_Error( 'skin_quiz_' . str_replace( '-', '_', $refused->why ), $refused->getMessage(), $told + $refused->details );
		}
	}

	/**
	 * The files that were sent, by their paths.
	 *
	 * @param array<int, array<string, string>> $sent As they were.
	 * @return array<string, string>
	 * @throws Refused If one comes twice, or is not readable.
	 */
	private static function files( array $sent ): array {
		$files = array();
		foreach ( $sent as $file ) {
			$content = base64_decode( $file['content'], true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- pictures are sent too.
			if ( false === $content || isset( $files[ $file['path'] ] ) ) {
				throw Refused::file( __( 'What was sent cannot be read. Reload the studio and publish again.', 'skin-quiz' ) );
			}
			$files[ $file['path'] ] = $content;
		}
		return $files;
	}
}
