@tlsio
Feature: tlsio in depth: the high-level retry sequence at the other points of the fault catalogue
  SRS_TLSIO_30_200 and SRS_TLSIO_30_201 name faults that end in IO_OPEN_ERROR or on_io_error. The sequence is the same
  after a fault that ends otherwise: the closest sentence is 30_200 for one before the connection stands, 30_201 for one
  after that.

  @gap
  Scenario Outline: it succeeds after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met <fault>
    When tlsio_close_async is called and given all the time it needs
    And tlsio_open_async has been called successfully
    And tlsio_dowork has been called as necessary to permit this sequence of events
    Then the "high-level retry sequence" shall succeed
    And the on_io_open_complete callback has been received with IO_OPEN_OK

    @SRS_TLSIO_30_200
    Examples:
      | underlying | fault                                   |
      | mock       | an underlying IO that cannot be created |
      | loopback   | an underlying IO that cannot be created |
      | mock       | an underlying IO whose open call fails  |
      | loopback   | an underlying IO whose open call fails  |
      | mock       | a silent peer                           |
      | loopback   | a silent peer                           |

    @SRS_TLSIO_30_201
    Examples:
      | underlying | fault                                  |
      | mock       | a peer that stops reading              |
      | loopback   | a peer that stops reading              |
      | mock       | a peer that never answers the close    |
      | loopback   | a peer that never answers the close    |
      | mock       | a connection that breaks while closing |
      | loopback   | a connection that breaks while closing |
      | mock       | an underlying IO that fails to close   |
      | loopback   | an underlying IO that fails to close   |

  @SRS_TLSIO_30_200
  Scenario Outline: it succeeds after all faults of an opening in turn, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And every fault of an opening has struck in turn
    When tlsio_close_async is called and given all the time it needs
    And tlsio_open_async has been called successfully
    And tlsio_dowork has been called as necessary to permit this sequence of events
    Then the "high-level retry sequence" shall succeed

    Examples:
      | underlying |
      | mock       |
      | loopback   |
