@async_socket_win32
Feature: async_socket_win32 in depth: peers that read slowly, end and reset
  What the far end does shows in the completions.

  @SRS_ASYNC_SOCKET_WIN32_01_066
  Scenario Outline: a send completes when a slow peer has made room for it, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And the peer does not read
    When 1 sends of 16777216 bytes are made
    Then no send shall complete
    When the peer reads
    Then each of them shall complete with ASYNC_SOCKET_SEND_OK
    And the peer shall have all bytes in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_066
  Scenario Outline: several sends arrive in their order, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    When 9 sends of 60000 bytes are made
    Then each of them shall complete with ASYNC_SOCKET_SEND_OK
    And the peer shall have all bytes in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_069 @SRS_ASYNC_SOCKET_WIN32_01_079
  Scenario Outline: what comes is received piece by piece, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    When the peer sends 3000 bytes for receives of <size>
    Then each of them shall complete with ASYNC_SOCKET_RECEIVE_OK
    And the 3000 bytes shall have come in their order

    Examples:
      | underlying | size |
      | mock       | 700  |
      | mock       | 9000 |
      | loopback   | 700  |
      | loopback   | 9000 |
      | native     | 700  |
      | native     | 9000 |

  @SRS_ASYNC_SOCKET_WIN32_01_069
  Scenario Outline: a peer that ends gives 0 bytes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    When the peer ends while a receive is under way
    Then each of them shall complete with ASYNC_SOCKET_RECEIVE_OK and 0 bytes

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_070
  Scenario Outline: a peer that resets gives an error, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    When the peer resets while a receive is under way
    Then each of them shall complete with ASYNC_SOCKET_RECEIVE_ERROR and 0 bytes

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |
