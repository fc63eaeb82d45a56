import Testing

@Suite("What a date is in its document")
struct DateRoleTests {
  @Test("A document's own date is told from the day when its page was put up")
  func issuedAndPublished() {
    let reading = Reading("成文日期:2018年12月4日 发布日期:2018年12月6日\n关于节水的通知\n一、工作\n按时。\n县政府办公室 2018年12月5日印发")
    #expect(reading.dateRoles == ["2018年12月4日 issued", "2018年12月6日 mention", "2018年12月5日 issued"])
  }

  @Test("Place, label, section and form tell")
  func roles() {
    let reading = Reading(
      """
      节水宣传周活动方案
      2022年3月1日,水利部印发了《节水行动方案》。
      一、活动时间
      3月22日至28日,其中3月25日为主题日。
      二、活动内容
      (一)启动仪式。3月22日上午在操场举行。
      (二)手抄报。3月20日前完成。
      完成时间:3月18日至3月20日
      (三)每年3月第四周开展一次。
      三、工作要求
      各班重视。
      教务处
      2022年3月10日
      """)
    #expect(
      reading.dateRoles == [
        "2022年3月1日 mention", "3月22日至28日 period", "3月25日 event", "3月22日上午 event", "3月20日前 deadline",
        "3月18日至3月20日 event", "每年3月第四周 recurring", "2022年3月10日 issued",
      ])
  }

  @Test("What lies before a notice's own date is told of, what is to be done is not")
  func past() {
    let reading = Reading(
      """
      关于做好防震工作的通知
      各乡镇:
      我局于1997年1月7日至11日召开会商会,对趋势作出判断。
      一、基本情况
      1995年7月12日和1996年2月3日的震情说明形势严峻。
      二、活动安排
      1996年12月1日,各单位开始自查。
      1997年3月5日,召开部署会议。
      某某县地震局
      1997年2月4日
      """)
    #expect(
      reading.dateRoles == [
        "1997年1月7日至11日 mention", "1995年7月12日 mention", "1996年2月3日 mention", "1996年12月1日 event",
        "1997年3月5日 event", "1997年2月4日 issued",
      ])
  }

  @Test("A bracket under the title is the issuer's, and what has been so or has happened is a mention")
  func told() {
    let reading = Reading(
      """
      某市社会团体整顿工作方案
      (某市民政局 一九九七年一月二十八日)
      一、基本情况
      2013年以来,执法检查三百余次。1995年7月12日某县发生特大火灾。
      二、工作安排
      1997年4—6月,各团体自查。
      """)
    #expect(
      reading.dateRoles == [
        "一九九七年一月二十八日 issued", "2013年以来 mention", "1995年7月12日 mention", "1997年4—6月 event",
      ])
  }
}
