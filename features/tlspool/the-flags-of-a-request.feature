# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: The flags of a request

  @SRS_TLSPOOL_01_330
  Rule: SRS_TLSPOOL_01_330
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_CLIENT`, the client shall set the flag `LOCALROLE_CLIENT`. When the peer is a server and the client sends `STARTTLS` with the `flags` `LOCALROLE_CLIENT+REMOTEROLE_SERVER`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Then the client shall set the flag LOCALROLE_CLIENT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the peer is a server and the client sends STARTTLS with the flags LOCALROLE_CLIENT+REMOTEROLE_SERVER
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer is a server and the client sends STARTTLS with the flags LOCALROLE_CLIENT+REMOTEROLE_SERVER
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_331
  Rule: SRS_TLSPOOL_01_331
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_SERVER`, the client shall set the flag `LOCALROLE_SERVER`. When the client sends `STARTTLS` with the `flags` `LOCALROLE_SERVER+REMOTEROLE_CLIENT`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the role TLSPOOL_ROLE_SERVER
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_SERVER
      Then the client shall set the flag LOCALROLE_SERVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_332
  Rule: SRS_TLSPOOL_01_332
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_SERVER`, the client shall set the flag `REMOTEROLE_CLIENT`. When the client sends `STARTTLS` with the `flags` `LOCALROLE_CLIENT+REMOTEROLE_CLIENT`, the TLS Pool shall send `ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the role TLSPOOL_ROLE_SERVER
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_SERVER
      Then the client shall set the flag REMOTEROLE_CLIENT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags LOCALROLE_CLIENT+REMOTEROLE_CLIENT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags LOCALROLE_CLIENT+REMOTEROLE_CLIENT
      Then the TLS Pool shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_333
  Rule: SRS_TLSPOOL_01_333
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_CLIENT`, the client shall set the flag `REMOTEROLE_SERVER`. When the client sends `STARTTLS` with the `flags` `LOCALROLE_SERVER+REMOTEROLE_SERVER`, the TLS Pool shall send `ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Then the client shall set the flag REMOTEROLE_SERVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_SERVER
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_SERVER
      Then the TLS Pool shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_334
  Rule: SRS_TLSPOOL_01_334
    When the application requests `STARTTLS` with the `flags` `FORK`, the client shall set the flag `FORK`. When the client closes the connection after a handshake with the `flags` `LOCALROLE_SERVER+REMOTEROLE_CLIENT+FORK`, the TLS Pool shall carry `1000` bytes to the peer.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the flags FORK
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the flags FORK
      Then the client shall set the flag FORK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client closes the connection after a handshake with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+FORK
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client closes the connection after a handshake with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+FORK
      Then the TLS Pool shall carry 1000 bytes to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_335
  Rule: SRS_TLSPOOL_01_335
    When the application requests `STARTTLS` with the `flags` `LOCALID_CHECK`, the client shall set the flag `LOCALID_CHECK`. When the client sends `STARTTLS` with the `flags` `LOCALROLE_SERVER+REMOTEROLE_CLIENT+LOCALID_CHECK`, the TLS Pool shall send `STARTTLS_LOCALID`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the flags LOCALID_CHECK
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the flags LOCALID_CHECK
      Then the client shall set the flag LOCALID_CHECK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+LOCALID_CHECK
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+LOCALID_CHECK
      Then the TLS Pool shall send STARTTLS_LOCALID

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_336
  Rule: SRS_TLSPOOL_01_336
    When the application requests `STARTTLS` with the `flags` `RENEGOTIATE`, the client shall clear the flag `RENEGOTIATE`. When the client sends `STARTTLS` with the `flags` `LOCALROLE_SERVER+REMOTEROLE_CLIENT+RENEGOTIATE`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the flags RENEGOTIATE
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the flags RENEGOTIATE
      Then the client shall clear the flag RENEGOTIATE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+RENEGOTIATE
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags LOCALROLE_SERVER+REMOTEROLE_CLIENT+RENEGOTIATE
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |
