@async_socket_win32
Feature: async_socket_win32 in depth: what is under way when it ends
  A close or a destroy lets everything that is under way complete, each once, and leaves nothing.

  @SRS_ASYNC_SOCKET_WIN32_01_040
  Scenario Outline: <sends> sends and <receives> receives are under way at <call>, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read
    And <sends> sends and <receives> receives are under way
    When <call> is called
    Then each of them shall have completed once, a send with ASYNC_SOCKET_SEND_ERROR and a receive with ASYNC_SOCKET_RECEIVE_ERROR

    Examples:
      | underlying | sends | receives | call                 |
      | mock       | 2     | 2        | async_socket_close   |
      | loopback   | 2     | 2        | async_socket_close   |
      | native     | 2     | 2        | async_socket_close   |
      | mock       | 0     | 3        | async_socket_close   |
      | loopback   | 0     | 3        | async_socket_close   |
      | native     | 0     | 3        | async_socket_close   |
      | mock       | 1     | 1        | async_socket_destroy |
      | loopback   | 1     | 1        | async_socket_destroy |
      | native     | 1     | 1        | async_socket_destroy |
      | mock       | 3     | 0        | async_socket_destroy |
      | loopback   | 3     | 0        | async_socket_destroy |
      | native     | 3     | 0        | async_socket_destroy |

  @SRS_ASYNC_SOCKET_WIN32_01_005
  Scenario Outline: a destroy with <sends> sends and <receives> receives under way leaves nothing, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read
    And <sends> sends and <receives> receives are under way
    When async_socket_destroy is called
    Then nothing shall be left

    Examples:
      | underlying | sends | receives |
      | mock       | 0     | 0        |
      | loopback   | 0     | 0        |
      | native     | 0     | 0        |
      | mock       | 2     | 1        |
      | loopback   | 2     | 1        |
      | native     | 2     | 1        |
