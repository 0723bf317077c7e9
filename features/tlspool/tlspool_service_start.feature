# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_service_start

  @SRS_TLSPOOL_01_220
  Rule: SRS_TLSPOOL_01_220
    On success, `tlspool_service_start` shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_start is called and succeeds
      Then tlspool_service_start shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_221
  Rule: SRS_TLSPOOL_01_221
    If the path parameter is NULL, `tlspool_service_start` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_start is called and the path parameter is NULL
      Then tlspool_service_start shall log an error
      And tlspool_service_start shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_222
  Rule: SRS_TLSPOOL_01_222
    If the credentials parameter is NULL, `tlspool_service_start` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_start is called and the credentials parameter is NULL
      Then tlspool_service_start shall log an error
      And tlspool_service_start shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_223
  Rule: SRS_TLSPOOL_01_223
    On success, `tlspool_service_start` shall have made a socket with the permissions `0600`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_start is called and succeeds
      Then tlspool_service_start shall have made a socket with the permissions 0600

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_224
  Rule: SRS_TLSPOOL_01_224
    If somebody listens at the path, `tlspool_service_start` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_start is called and somebody listens at the path
      Then tlspool_service_start shall log an error
      And tlspool_service_start shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
