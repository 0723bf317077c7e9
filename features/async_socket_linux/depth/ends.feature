@async_socket_linux
Feature: async_socket_linux in depth: close and destroy

  @SRS_ASYNC_SOCKET_LINUX_11_081 @SRS_ASYNC_SOCKET_LINUX_11_037
  Scenario Outline: <call> completes what waits, once, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    And a receive and a send wait
    When async_socket_<call> is called while they wait
    Then on_send_complete shall be called 1 time, with ASYNC_SOCKET_SEND_ABANDONED
    And on_receive_complete shall be called 1 time, with ASYNC_SOCKET_RECEIVE_ABANDONED
    And nothing shall be left once it is destroyed

    Examples:
      | underlying | call    |
      | mock       | close   |
      | mock       | destroy |
      | loopback   | close   |
      | loopback   | destroy |

  @SRS_ASYNC_SOCKET_LINUX_11_033
  Scenario Outline: <function> from inside on_open_complete, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is CLOSED
    When async_socket_<function> is called from inside on_open_complete
    Then nothing shall be left once it is destroyed

    Examples:
      | underlying | function      |
      | mock       | close         |
      | mock       | destroy       |
      | mock       | send_async    |
      | mock       | receive_async |
      | loopback   | close         |
      | loopback   | destroy       |
      | loopback   | send_async    |
      | loopback   | receive_async |

  @SRS_ASYNC_SOCKET_LINUX_11_037
  Scenario Outline: <function> from inside <callback>, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    When async_socket_<function> is called from inside <callback>
    Then nothing shall be left once it is destroyed

    Examples:
      | underlying | callback            | function      |
      | mock       | on_send_complete    | close         |
      | mock       | on_send_complete    | destroy       |
      | mock       | on_send_complete    | send_async    |
      | mock       | on_send_complete    | receive_async |
      | mock       | on_receive_complete | close         |
      | mock       | on_receive_complete | destroy       |
      | mock       | on_receive_complete | send_async    |
      | mock       | on_receive_complete | receive_async |
      | loopback   | on_send_complete    | close         |
      | loopback   | on_send_complete    | destroy       |
      | loopback   | on_receive_complete | close         |
      | loopback   | on_receive_complete | destroy       |

  @SRS_ASYNC_SOCKET_LINUX_11_023 @SRS_ASYNC_SOCKET_LINUX_11_039
  Scenario: rounds leave nothing behind
    Given an async_socket_linux over a loopback underlying IO
    Then 200 rounds of open and close shall leave no descriptor open
