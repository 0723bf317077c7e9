@tlsio @openssl
Feature: tlsio in depth: OpenSSL's s_server as the peer

  @SRS_TLSIO_30_083
  Scenario Outline: the handshake is understood, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the peer is OpenSSL's s_server
    When the adapter opens to it
    Then the opening shall end with IO_OPEN_OK

    Examples:
      | underlying |
      | loopback   |

  @SRS_TLSIO_30_100
  Scenario Outline: a line comes back reversed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the peer is OpenSSL's s_server
    And the adapter has opened to it
    When the line "desserts" is sent
    Then the line "stressed" shall be received

    Examples:
      | underlying |
      | loopback   |

  @SRS_TLSIO_30_006
  Scenario Outline: the close is understood, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the peer is OpenSSL's s_server
    And the adapter has opened to it
    When tlsio_close_async is called and completes
    Then s_server shall have seen the connection close in good order

    Examples:
      | underlying |
      | loopback   |
