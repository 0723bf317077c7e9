@async_socket_win32
Feature: async_socket_win32 in depth: calls from inside callbacks
  Every function can be called from inside every callback, and every call that was accepted completes once.

  @SRS_ASYNC_SOCKET_WIN32_01_017 @SRS_ASYNC_SOCKET_WIN32_01_066 @SRS_ASYNC_SOCKET_WIN32_01_069 @SRS_ASYNC_SOCKET_WIN32_01_005
  Scenario Outline: <function> from inside <callback>, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is CLOSED
    And <function> will be called from inside <callback>
    When the async socket opens, sends, receives and is destroyed
    Then the call from inside shall have been <outcome>
    And every call that was accepted shall have completed once
    And nothing shall be left below

    Examples:
      | underlying | function                   | callback            | outcome  |
      | mock       | async_socket_open_async    | on_open_complete    | refused  |
      | mock       | async_socket_close         | on_open_complete    | made     |
      | mock       | async_socket_destroy       | on_open_complete    | made     |
      | mock       | async_socket_send_async    | on_open_complete    | accepted |
      | mock       | async_socket_receive_async | on_open_complete    | accepted |
      | mock       | async_socket_open_async    | on_send_complete    | refused  |
      | mock       | async_socket_close         | on_send_complete    | made     |
      | mock       | async_socket_destroy       | on_send_complete    | made     |
      | mock       | async_socket_send_async    | on_send_complete    | accepted |
      | mock       | async_socket_receive_async | on_send_complete    | accepted |
      | mock       | async_socket_open_async    | on_receive_complete | refused  |
      | mock       | async_socket_close         | on_receive_complete | made     |
      | mock       | async_socket_destroy       | on_receive_complete | made     |
      | mock       | async_socket_send_async    | on_receive_complete | accepted |
      | mock       | async_socket_receive_async | on_receive_complete | accepted |
      | loopback   | async_socket_open_async    | on_open_complete    | refused  |
      | loopback   | async_socket_close         | on_open_complete    | made     |
      | loopback   | async_socket_destroy       | on_open_complete    | made     |
      | loopback   | async_socket_send_async    | on_open_complete    | accepted |
      | loopback   | async_socket_receive_async | on_open_complete    | accepted |
      | loopback   | async_socket_open_async    | on_send_complete    | refused  |
      | loopback   | async_socket_close         | on_send_complete    | made     |
      | loopback   | async_socket_destroy       | on_send_complete    | made     |
      | loopback   | async_socket_send_async    | on_send_complete    | accepted |
      | loopback   | async_socket_receive_async | on_send_complete    | accepted |
      | loopback   | async_socket_open_async    | on_receive_complete | refused  |
      | loopback   | async_socket_close         | on_receive_complete | made     |
      | loopback   | async_socket_destroy       | on_receive_complete | made     |
      | loopback   | async_socket_send_async    | on_receive_complete | accepted |
      | loopback   | async_socket_receive_async | on_receive_complete | accepted |
      | native     | async_socket_open_async    | on_open_complete    | refused  |
      | native     | async_socket_close         | on_open_complete    | made     |
      | native     | async_socket_destroy       | on_open_complete    | made     |
      | native     | async_socket_send_async    | on_open_complete    | accepted |
      | native     | async_socket_receive_async | on_open_complete    | accepted |
      | native     | async_socket_open_async    | on_send_complete    | refused  |
      | native     | async_socket_close         | on_send_complete    | made     |
      | native     | async_socket_destroy       | on_send_complete    | made     |
      | native     | async_socket_send_async    | on_send_complete    | accepted |
      | native     | async_socket_receive_async | on_send_complete    | accepted |
      | native     | async_socket_open_async    | on_receive_complete | refused  |
      | native     | async_socket_close         | on_receive_complete | made     |
      | native     | async_socket_destroy       | on_receive_complete | made     |
      | native     | async_socket_send_async    | on_receive_complete | accepted |
      | native     | async_socket_receive_async | on_receive_complete | accepted |

  @SRS_ASYNC_SOCKET_WIN32_01_015 @SRS_ASYNC_SOCKET_WIN32_01_022 @SRS_ASYNC_SOCKET_WIN32_01_097 @SRS_ASYNC_SOCKET_WIN32_01_098 @SRS_ASYNC_SOCKET_WIN32_01_093
  Scenario Outline: <function> from inside a callback that <call> makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And <function> will be called from inside on_receive_complete
    When <call> is called
    Then the call from inside shall have been <outcome>
    And every call that was accepted shall have completed once
    And nothing shall be left below

    Examples:
      | underlying | function                   | call               | outcome |
      | mock       | async_socket_open_async    | async_socket_close | refused |
      | mock       | async_socket_close         | async_socket_close | made    |
      | mock       | async_socket_destroy       | async_socket_close | made    |
      | mock       | async_socket_send_async    | async_socket_close | refused |
      | mock       | async_socket_receive_async | async_socket_close | refused |
      | loopback   | async_socket_open_async    | async_socket_close | refused |
      | loopback   | async_socket_close         | async_socket_close | made    |
      | loopback   | async_socket_destroy       | async_socket_close | made    |
      | loopback   | async_socket_send_async    | async_socket_close | refused |
      | loopback   | async_socket_receive_async | async_socket_close | refused |
      | native     | async_socket_open_async    | async_socket_close | refused |
      | native     | async_socket_close         | async_socket_close | made    |
      | native     | async_socket_destroy       | async_socket_close | made    |
      | native     | async_socket_send_async    | async_socket_close | refused |
      | native     | async_socket_receive_async | async_socket_close | refused |
