/** Korean and Chinese letters; the browser then fetches only the ranges a page really shows. */
import '@fontsource-variable/noto-sans-kr/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
