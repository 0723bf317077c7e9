@tlsio
Feature: tlsio in depth: closing in every state

  @SRS_TLSIO_30_052
  Scenario Outline: two closes in a row succeed, in <state>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in <state>
    When tlsio_close_async is called twice
    Then each close shall succeed

    Examples:
      | underlying | state                   |
      | mock       | TLSIO_STATE_EXT_CLOSED  |
      | loopback   | TLSIO_STATE_EXT_CLOSED  |
      | mock       | TLSIO_STATE_EXT_OPENING |
      | loopback   | TLSIO_STATE_EXT_OPENING |
      | mock       | TLSIO_STATE_EXT_OPEN    |
      | loopback   | TLSIO_STATE_EXT_OPEN    |
      | mock       | TLSIO_STATE_EXT_CLOSING |
      | loopback   | TLSIO_STATE_EXT_CLOSING |
      | mock       | TLSIO_STATE_EXT_ERROR   |
      | loopback   | TLSIO_STATE_EXT_ERROR   |

  @SRS_TLSIO_30_006
  Scenario Outline: two closes in a row are completed, in <state>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in <state>
    When tlsio_close_async is called twice
    Then each close shall be completed once, in their order

    Examples:
      | underlying | state                   |
      | mock       | TLSIO_STATE_EXT_CLOSED  |
      | loopback   | TLSIO_STATE_EXT_CLOSED  |
      | mock       | TLSIO_STATE_EXT_OPENING |
      | loopback   | TLSIO_STATE_EXT_OPENING |
      | mock       | TLSIO_STATE_EXT_OPEN    |
      | loopback   | TLSIO_STATE_EXT_OPEN    |
      | mock       | TLSIO_STATE_EXT_CLOSING |
      | loopback   | TLSIO_STATE_EXT_CLOSING |
      | mock       | TLSIO_STATE_EXT_ERROR   |
      | loopback   | TLSIO_STATE_EXT_ERROR   |

  @SRS_TLSIO_30_006
  Scenario Outline: a close after a close is completed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    When tlsio_close_async is called again after its completion
    Then each close shall be completed once, in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_006
  Scenario Outline: a peer that never answers keeps no connection, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met a peer that never answers the close
    When tlsio_dowork is called until nothing happens any more
    Then the adapter shall forcibly close any existing connections

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_078
  Scenario Outline: no bytes are delivered while the adapter closes, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter with internal async close
    And the adapter is in TLSIO_STATE_EXT_OPEN
    When tlsio_close_async is called while the peer sends
    Then no further bytes shall be received

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_075
  Scenario Outline: no bytes are delivered when the adapter is closed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter without internal async close
    And the adapter is in TLSIO_STATE_EXT_OPEN
    When tlsio_close_async is called while the peer sends
    Then no further bytes shall be received

    Examples:
      | underlying |
      | mock       |
      | loopback   |
