@async_socket_linux
Feature: async_socket_linux in depth: sends
  The bytes of all calls arrive in the order of the calls, whatever room there is, and each call is told once.

  @SRS_ASYNC_SOCKET_LINUX_11_056 @SRS_ASYNC_SOCKET_LINUX_11_101
  Scenario Outline: several buffers into a full socket, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read, and there is no room
    When buffers of one, two, 50000, three are sent
    And the peer reads on
    Then the payloads shall arrive whole and in their order
    And on_send_complete shall be called 1 time, with ASYNC_SOCKET_SEND_OK

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_053
  Scenario Outline: short sends resume at their offset, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    When the next sends take 1, 2 and 4 bytes
    And buffers of first, second, third are sent
    Then the payloads shall arrive whole and in their order
    And on_send_complete shall be called 1 time, with ASYNC_SOCKET_SEND_OK

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_099 @SRS_ASYNC_SOCKET_LINUX_11_101
  Scenario Outline: a socket that is full again waits again, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read, and there is no room
    When buffers of 70000, the end are sent
    And the next send that an event makes fails with <errno>
    And the peer reads on
    And the peer reads on again once it is full
    Then the payloads shall arrive whole and in their order
    And on_send_complete shall be called 1 time, with ASYNC_SOCKET_SEND_OK

    Examples:
      | underlying | errno       |
      | mock       | EAGAIN      |
      | mock       | EWOULDBLOCK |
      | loopback   | EAGAIN      |

  @SRS_ASYNC_SOCKET_LINUX_11_052 @SRS_ASYNC_SOCKET_LINUX_11_056
  Scenario Outline: sends behind one that waits go after it, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read, and there is no room
    When buffers of 40000, the first are sent
    And buffers of the second are sent
    And the peer reads on
    And buffers of the third, 3000 are sent
    Then the payloads shall arrive whole and in their order
    And on_send_complete shall be called 3 times, with ASYNC_SOCKET_SEND_OK

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  # No signal interrupts a call that does not wait: only a script can.
  @SRS_ASYNC_SOCKET_LINUX_11_053
  Scenario: an interrupted send is made again
    Given an async_socket_linux over a mock underlying IO
    And async_socket is OPEN
    When send is interrupted 2 times
    And buffers of one, two are sent
    Then the payloads shall arrive whole and in their order
    And on_send_complete shall be called 1 time, with ASYNC_SOCKET_SEND_OK
